"""A citizen without a browser: pages over HTTP, their forms filled in and sent as a browser would send them."""
import html.parser
import http.cookiejar
import pathlib
import re
import urllib.error
import urllib.parse
import urllib.request
import uuid


class _Page(html.parser.HTMLParser):
    """Text, links and forms of a page; a form knows its inputs with what already stands in them."""

    def __init__(self, source):
        super().__init__()
        self.words, self.links, self.forms, self.labels = [], {}, [], {}
        self._link = self._label = self._area = None
        self.feed(source)
        self.text = re.sub(r"\s+", " ", "".join(self.words))

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "a":
            self._link = (given.get("href"), len(self.words))
        elif tag == "label":
            self._label = (given.get("for"), len(self.words))
        elif tag == "form":
            self.forms.append({"action": given.get("action"), "method": given.get("method", "get"),
                               "multipart": "multipart" in given.get("enctype", ""), "values": {}, "names": set()})
        elif tag in ("input", "textarea", "select", "button") and self.forms and "name" in given:
            form = self.forms[-1]
            form["names"].add(given["name"])
            kind = given.get("type", "text")
            if tag == "textarea":
                self._area = (given["name"], len(self.words))
            elif tag == "input" and kind != "file" and (kind not in ("radio", "checkbox") or "checked" in given):
                form["values"][given["name"]] = given.get("value", "")

    def handle_endtag(self, tag):
        if tag == "a" and self._link:
            self.links["".join(self.words[self._link[1]:]).strip()] = self._link[0]
        elif tag == "label" and self._label:
            self.labels["".join(self.words[self._label[1]:]).strip()] = self._label[0]
        elif tag == "textarea" and self._area:
            self.forms[-1]["values"][self._area[0]] = "".join(self.words[self._area[1]:])
        if tag in ("p", "div", "li", "td", "th", "h1", "h2", "dt", "dd", "tr"):
            self.words.append(" ")

    def handle_data(self, data):
        self.words.append(data)


class Citizen:
    def __init__(self, base):
        self.base = base
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
        self.status, self.url, self.page = 0, base, None

    def _send(self, request):
        try:
            with self.opener.open(request, timeout=20) as answer:
                self.status, self.url, body = answer.status, answer.url, answer.read()
        except urllib.error.HTTPError as refused:
            self.status, self.url, body = refused.code, refused.url, refused.read()
        self.body = body
        self.page = _Page(body.decode("utf-8", "replace"))
        return self.page

    def get(self, path):
        return self._send(urllib.request.Request(urllib.parse.urljoin(self.url, path)))

    def follow(self, words):
        link = next((href for text, href in self.page.links.items() if words in text), None)
        assert link, f"no link {words!r} on {self.url}: {list(self.page.links)}"
        return self.get(link)

    def shows(self, *texts):
        for text in texts:
            assert text in self.page.text, f"{text!r} is not on {self.url} ({self.status}): {self.page.text[:1500]}"

    def send(self, values=None, files=(), button=None, form=None):
        """Sends the last form of the page (or the one that has the field `form`) as it stands, changed by `values`."""
        chosen = next((one for one in reversed(self.page.forms) if form in one["names"]), None) if form else self.page.forms[-1]
        values = {**chosen["values"], **(values or {})}
        unknown = set(values) - chosen["names"]
        assert not unknown, f"{unknown} is not asked on {self.url}"
        if button:
            values[button] = values.get(button, "1")
        target = urllib.parse.urljoin(self.url, chosen["action"])
        if not chosen["multipart"]:
            body, kind = urllib.parse.urlencode(values).encode(), "application/x-www-form-urlencoded"
        else:
            body, kind = _multipart(values, files)
        return self._send(urllib.request.Request(target, body, {"Content-Type": kind}))


def _multipart(values, files):
    border = uuid.uuid4().hex
    parts = [f'--{border}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in values.items()]
    for name, path in files:
        path = pathlib.Path(path)
        parts.append(f'--{border}\r\nContent-Disposition: form-data; name="{name}"; filename="{path.name}"\r\n'
                     f"Content-Type: application/octet-stream\r\n\r\n".encode() + path.read_bytes() + b"\r\n")
    return b"".join(parts) + f"--{border}--\r\n".encode(), f"multipart/form-data; boundary={border}"
