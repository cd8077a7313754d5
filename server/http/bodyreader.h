#pragma once

#include "multipart.h"
#include "receivedfile.h"

namespace http {

// Where the bytes of a body go, by the kind of the route. consume() and finish() may touch the
// disk: they are called in a thread of the disk pool, one after the other.
class BodyReader {
public:
    virtual ~BodyReader() = default;
    // 0, or the status to refuse the request with.
    virtual int consume(const char *data, qsizetype size) = 0;
    virtual int finish() = 0;

    // nullptr: the content type is none that the route takes (415). length: announced bytes.
    static std::unique_ptr<BodyReader> create(
        const Route &route, Request &request, const QString &uploadFolder, qint64 length);
};

// Collects the parts of a multipart form into the request. Limits of fields and files are errors of
// the form, not of the request: what the citizen typed must survive them.
class FormCollector : public MultipartSink {
public:
    FormCollector(const Route &route, Request &request, const QString &uploadFolder);
    bool beginPart(const PartHeader &header) override;
    bool partData(const char *data, qsizetype size) override;
    bool endPart() override;
    int failure() const { return m_failure; } // status behind a false, 400 if the form is malformed

private:
    enum class Target { Field, File, Nothing };
    bool fail(int status);
    void complain(const char *key, const QJsonObject &params);
    bool openFile();

    const Route &m_route;
    Request &m_request;
    QString m_folder;
    PartHeader m_part;
    Target m_target = Target::Nothing;
    QByteArray m_field;
    qint64 m_fieldBytes = 0; // of all fields
    int m_files = 0; // begun, dropped ones too
    std::shared_ptr<UploadFile> m_file;
    int m_failure = 400;
};

} // namespace http
