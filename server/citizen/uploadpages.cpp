#include "formview.h"
#include "intake.h"
#include "pages.h"
#include "words.h"

#include "models/faults/faults.h"

#include <QFile>
#include <QJsonArray>

namespace citizen {

namespace {

IntakeRule ruleOf(const FieldDefinition &field)
{
    IntakeRule rule;
    if (!field.accept.isEmpty())
        rule.accept = field.accept;
    if (field.maxMegabytes > 0)
        rule.megabytes = field.maxMegabytes;
    rule.count = field.maxFiles;
    return rule;
}

QString acceptOf(const IntakeRule &rule)
{
    QStringList endings;
    for (const QString &ending : rule.accept) {
        endings.append(QLatin1Char('.') + ending);
        if (ending == QLatin1String("jpg"))
            endings.append(QStringLiteral(".jpeg"));
    }
    return endings.join(QLatin1Char(','));
}

class UploadPage {
public:
    explicit UploadPage(const Visit &visit)
        : m_visit(visit)
    {
    }

    http::Response get() { return open() ? show() : *m_answer; }

    http::Response post()
    {
        if (!open())
            return *m_answer;
        if (const QString id = m_visit.field("remove"); !id.isEmpty())
            return remove(id);
        takeFiles();
        if (m_answer)
            return *m_answer;
        if (m_visit.field("next").isEmpty() && m_errors.isEmpty())
            return m_visit.redirect(path());
        if (!m_visit.field("next").isEmpty()) {
            checkComplete();
            if (m_answer)
                return *m_answer;
            if (m_errors.isEmpty())
                return m_visit.redirect(m_visit.path(
                    QStringLiteral("/antrag/%1/%2").arg(m_draft.id.text, m_steps[m_now + 1].key)));
        }
        return show();
    }

private:
    QString path() const
    {
        return m_visit.path(QStringLiteral("/antrag/%1/anlagen").arg(m_draft.id.text));
    }

    bool open()
    {
        const Result<Draft> draft = Drafts::open(m_visit, m_visit.parameter("draft"));
        if (!draft) {
            m_answer = draft.error().code == ErrorCode::NotFound
                ? m_visit.refused(404, "error.draftGone")
                : m_visit.failure(draft.error());
            return false;
        }
        m_draft = *draft;
        if (!m_draft.sent.isNull()) {
            m_answer = m_visit.redirect(m_visit.path(QLatin1String("/beleg/") + m_draft.id.text));
            return false;
        }
        const auto catalogue = m_visit.site.catalogue().current();
        if (!catalogue) {
            m_answer = m_visit.failure(catalogue.error());
            return false;
        }
        m_catalogue = *catalogue;
        m_type = m_catalogue->service(m_draft.service);
        if (!m_type) {
            m_answer = m_visit.refused(404, "error.draftGone");
            return false;
        }
        refresh();
        if (m_now < 0)
            m_answer = m_visit.notFound();
        return m_now >= 0;
    }

    void refresh()
    {
        m_fields = fileFieldsOf(*m_type->service, m_draft);
        m_steps = stepsOf(m_visit, *m_type->service, m_draft);
        m_now = -1;
        for (int i = 0; i < m_steps.size(); ++i) {
            if (m_steps[i].key == QLatin1String("anlagen"))
                m_now = i;
        }
    }

    int countOf(const QString &field) const
    {
        int count = 0;
        for (const catalogue::UploadedFile &file : m_draft.files)
            count += file.field == field;
        return count;
    }

    void refuse(const QString &field, const Error &error)
    {
        m_errors.append({ field, error.key, error.params });
    }

    // Each file alone: one that is refused does not cost the others.
    void takeFiles()
    {
        if (m_visit.request.formError && !m_fields.isEmpty())
            refuse(m_fields.first().path, *m_visit.request.formError);
        for (const std::shared_ptr<http::ReceivedFile> &file : m_visit.request.files) {
            const QString field = QString::fromUtf8(file->field);
            const auto asked = std::find_if(m_fields.begin(), m_fields.end(),
                [&](const FileField &candidate) { return candidate.path == field; });
            if (asked == m_fields.end() || (file->clientName.isEmpty() && file->size == 0))
                continue; // not asked for, or an input that was left empty
            IntakeRule rule = ruleOf(*asked->field);
            rule.heic = m_visit.site.context.heic.isThere();
            if (countOf(field) >= rule.count) {
                refuse(field,
                    error(ErrorCode::TooMany, "upload.tooMany",
                        { { QStringLiteral("limit"), rule.count } }));
                continue;
            }
            if (const auto refused = refusalOf(*file, rule)) {
                refuse(field, *refused);
                continue;
            }
            keepFile(*file, field);
            if (m_answer)
                return;
        }
    }

    void keepFile(http::ReceivedFile &file, const QString &field)
    {
        portal::Store &store = m_visit.site.context.store;
        const auto kept = keep(m_visit.site.context, file, field);
        if (!kept && isToldAtField(kept.error())) {
            refuse(field, kept.error());
            return;
        }
        if (!kept) {
            m_answer = m_visit.failure(kept.error());
            return;
        }
        faults::step("portal.intake.file");
        const Result<Draft> saved
            = Drafts::change(m_visit, m_draft.id, [&](portal::Writing &writing, Draft &draft) {
                  draft.files.append(*kept);
                  return addRow(writing, *kept, Drafts::owner(draft.id), m_visit.site.now());
              });
        if (!saved) {
            portal::dropBytes(store, { kept->id.text }, saved.error());
            m_answer = m_visit.failure(saved.error());
            return;
        }
        m_draft = *saved;
    }

    void checkComplete()
    {
        for (const FileField &field : m_fields) {
            if (field.field->required && countOf(field.path) == 0)
                m_errors.append({ field.path, QStringLiteral("form.required.file"),
                    { { QStringLiteral("label"), field.field->label.in(m_visit.language) } } });
        }
        const bool complete = m_errors.isEmpty();
        const Result<Draft> saved
            = Drafts::change(m_visit, m_draft.id, [&](portal::Writing &, Draft &draft) {
                  draft.passed.removeAll(QStringLiteral("anlagen"));
                  if (complete)
                      draft.passed.append(QStringLiteral("anlagen"));
                  return success();
              });
        if (!saved)
            m_answer = m_visit.failure(saved.error());
        else
            m_draft = *saved;
    }

    http::Response remove(const QString &id)
    {
        portal::Store &store = m_visit.site.context.store;
        bool found = false;
        const Result<Draft> saved = Drafts::change(
            m_visit, m_draft.id, [&](portal::Writing &writing, Draft &draft) -> Status {
                found = draft.files.removeIf([&](const catalogue::UploadedFile &file) {
                    return file.id.text == id;
                }) > 0;
                return found ? portal::Files::remove(writing, id, Drafts::owner(draft.id))
                             : success();
            });
        if (!saved)
            return m_visit.failure(saved.error());
        if (found)
            QFile::remove(store.filePath(id));
        return m_visit.redirect(path());
    }

    http::Response show() const
    {
        QJsonArray list;
        for (const FileField &entry : m_fields) {
            const IntakeRule rule = ruleOf(*entry.field);
            QJsonArray files;
            for (const catalogue::UploadedFile &file : m_draft.files) {
                if (file.field == entry.path)
                    files.append(QJsonObject{ { QStringLiteral("fileId"), file.id.text },
                        { QStringLiteral("fileName"), file.name },
                        { QStringLiteral("fileFacts"),
                            fileFacts(m_visit, file.type, file.size) } });
            }
            QStringList wrong;
            for (const catalogue::FieldError &error : m_errors) {
                if (error.path == entry.path)
                    wrong.append(wordError(m_visit, error));
            }
            list.append(QJsonObject{ { QStringLiteral("id"), elementId(entry.path) },
                { QStringLiteral("name"), entry.path },
                { QStringLiteral("label"), entry.field->label.in(m_visit.language) },
                { QStringLiteral("help"), entry.field->help.in(m_visit.language) },
                { QStringLiteral("optional"), !entry.field->required },
                { QStringLiteral("limits"),
                    m_visit.counted("upload.limits", rule.count,
                        { { QStringLiteral("limitMb"), rule.megabytes },
                            { QStringLiteral("types"), kindsText(m_visit, rule.accept) } }) },
                { QStringLiteral("accept"), acceptOf(rule) },
                { QStringLiteral("many"), rule.count > 1 }, { QStringLiteral("files"), files },
                { QStringLiteral("full"), files.size() >= rule.count },
                { QStringLiteral("inputLabel"),
                    m_visit.text(files.isEmpty() ? "upload.choose" : "upload.chooseMore") },
                { QStringLiteral("error"), wrong.join(QLatin1Char(' ')) } });
        }
        const QString title = m_steps[m_now].title;
        const QString service = m_type->service->title.in(m_visit.language);
        return m_visit.page(m_errors.isEmpty() ? 200 : 422, "uploads",
            { { QStringLiteral("steps"), stepList(m_visit, m_steps, m_draft, m_now) },
                { QStringLiteral("preline"),
                    m_visit.text("form.preline",
                        { { QStringLiteral("service"), service },
                            { QStringLiteral("number"), m_now + 1 },
                            { QStringLiteral("count"), int(m_steps.size()) } }) },
                { QStringLiteral("heading"), title }, { QStringLiteral("action"), path() },
                { QStringLiteral("back"),
                    m_now > 0 ? m_visit.path(QStringLiteral("/antrag/%1/%2")
                                                 .arg(m_draft.id.text, m_steps[m_now - 1].key))
                              : QString() },
                { QStringLiteral("errors"), errorList(m_visit, m_errors) },
                { QStringLiteral("errorHeading"),
                    m_errors.isEmpty()
                        ? QString()
                        : m_visit.counted("form.errorHeading", int(m_errors.size())) },
                { QStringLiteral("uploads"), list } },
            { title + QStringLiteral(" – ") + service, QStringLiteral("services"),
                !m_errors.isEmpty() });
    }

    const Visit &m_visit;
    Draft m_draft;
    std::shared_ptr<const catalogue::Catalogue> m_catalogue; // keeps m_type alive
    const CaseType *m_type = nullptr;
    QList<FileField> m_fields;
    QList<StepEntry> m_steps;
    int m_now = -1;
    QList<catalogue::FieldError> m_errors;
    std::optional<http::Response> m_answer;
};

} // namespace

void addUploadPages(PageRoutes &routes)
{
    routes.get(
        "/antrag/{draft}/anlagen", [](const Visit &visit) { return UploadPage(visit).get(); });
    routes.upload(
        "/antrag/{draft}/anlagen", [](const Visit &visit) { return UploadPage(visit).post(); });
}

} // namespace citizen
