#include "artifactfilter.h"

#include <set>

void ArtifactFilter::closeArtifact()
{
    if (m_open)
        write(
            std::string("\nEMC\n")); // the line break first: without it an operator "SEMC" appears
    m_open = false;
}

void ArtifactFilter::onOperator(const std::string &name)
{
    static const std::set<std::string> starts{ "BT", "m", "re", "Do", "sh" };
    if (name == "BDC" || name == "BMC") {
        if (m_marked == 0)
            closeArtifact();
        ++m_marked;
    } else if (name == "EMC") {
        --m_marked;
    } else if (m_marked == 0 && (name == "q" || name == "Q")) {
        closeArtifact(); // artifact and graphics state must nest
    } else if (m_marked == 0 && !m_open && starts.count(name) > 0) {
        write(std::string("/Artifact BMC\n"));
        m_open = true;
    }
}

void ArtifactFilter::handleToken(QPDFTokenizer::Token const &token)
{
    m_operands += token.getRawValue();
    if (token.getType() != QPDFTokenizer::tt_word)
        return;
    onOperator(token.getValue());
    write(m_operands);
    m_operands.clear();
}

void ArtifactFilter::handleEOF()
{
    write(m_operands);
    m_operands.clear();
    closeArtifact();
}
