#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <string>

// Wraps every painting operation outside marked content into an artifact (PDF/UA-1: content is
// tagged or an artifact, never neither). Cairo 1.16 cannot mark artifacts itself.
class ArtifactFilter : public QPDFObjectHandle::TokenFilter {
public:
    void handleToken(QPDFTokenizer::Token const &token) override;
    void handleEOF() override;

private:
    void closeArtifact();
    void onOperator(const std::string &name);

    std::string m_operands; // until the operator that they belong to is known
    int m_marked = 0; // depth of marked content
    bool m_open = false;
};
