#pragma once

#include "models/law/lawtable.h"
#include "noticecontent.h"

#include <QMap>

// A template is data: an outline of blocks with proposals of text and declared placeholders. A
// clerk edits what comes out of it; its id, version and hash stay with the notice.

struct TemplatePlaceholder {
    QString key;
    QString german; // how the screen names it
    QString english;
    bool required = false;
    bool isDate = false; // usually a day, though words ("ab Zugang") are no mistake

    bool operator==(const TemplatePlaceholder &) const = default;
};

struct TemplateBlock {
    enum class Kind {
        Subject,
        Salutation,
        Introduction,
        Decision,
        Condition,
        Facts,
        Law,
        Discretion,
        Closing,
    };

    Kind kind = Kind::Decision;
    QString text;
    bool optional = false; // a proposal that starts switched off

    bool operator==(const TemplateBlock &) const = default;
};

struct NoticeTemplate {
    TemplateRef ref;
    QString german; // title for the list of templates
    QString english;
    QString kind; // "Gebührenbescheid"
    QStringList caseTypes; // ids of case types, or "*"
    QString remedyId; // row of the law table
    bool discretionary = false;
    bool withFee = false; // fee items are expected
    QVector<TemplatePlaceholder> placeholders;
    QVector<TemplateBlock> blocks;

    bool operator==(const NoticeTemplate &) const = default;
    bool allows(const QString &caseType) const;
};

// Reads one template. Errors (Corrupt): `template.format`, `template.field` (params.field),
// `template.block` (params.block), `template.placeholder` (params.placeholder) for one that is used
// but not declared.
Result<NoticeTemplate> noticeTemplateFromJson(const QByteArray &json);
// The templates compiled into the program, by title.
Result<QVector<NoticeTemplate>> builtInTemplates();

// A notice with the template's proposals. Placeholders are replaced in the texts after they were
// read, so a value can never become structure; one without a value stays as {{key}}, which check()
// blocks; facts and discretion that are nothing but a placeholder stay empty. Law and hearing stay
// unconfirmed. Letter, authority, addressee, fee are set by the caller afterwards.
NoticeContent fillTemplate(const NoticeTemplate &source, const QMap<QString, QString> &values);
// Sets the remedy instruction from the law table. Errors as remedyById() and remedyText().
Status setRemedy(NoticeContent &content, const LawTable &table, const QString &id,
    const QMap<QString, QString> &values);
