"""The desk's words in German, from the same file that the program gets them from."""
import pathlib
import xml.etree.ElementTree as tree

_FILE = pathlib.Path(__file__).resolve().parents[3] / "resources" / "translations" / "kontor_de.ts"
_WORDS = {message.findtext("source"): message.findtext("translation") for message in tree.parse(_FILE).iter("message")}


def german(source):
    return _WORDS[source].replace("&", "")
