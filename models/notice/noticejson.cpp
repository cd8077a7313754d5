#include "fields.h"
#include "noticecontent.h"

namespace {

const auto format = QStringLiteral("kontor-notice/1");

// The known fields over the unknown ones.
QJsonObject over(QJsonObject unknown, const QJsonObject &known)
{
    for (auto it = known.begin(); it != known.end(); ++it)
        unknown.insert(it.key(), it.value());
    return unknown;
}

QString iso(QDate date)
{
    return date.toString(Qt::ISODate);
}

QJsonObject json(const TemplateRef &ref)
{
    return over(ref.unknown,
        { { QStringLiteral("id"), ref.id }, { QStringLiteral("version"), ref.version },
            { QStringLiteral("hash"), ref.hash } });
}

TemplateRef templateRef(const QJsonValue &value)
{
    Fields f(value);
    TemplateRef ref{ f.text(QStringLiteral("id")), f.number(QStringLiteral("version")),
        f.text(QStringLiteral("hash")), {} };
    ref.unknown = f.unknown();
    return ref;
}

QJsonObject json(const IssuingAuthority &authority)
{
    return over(authority.unknown,
        { { QStringLiteral("name"), authority.name },
            { QStringLiteral("department"), authority.department },
            { QStringLiteral("street"), authority.street },
            { QStringLiteral("town"), authority.town },
            { QStringLiteral("contact"), authority.contact },
            { QStringLiteral("room"), authority.room },
            { QStringLiteral("phone"), authority.phone },
            { QStringLiteral("email"), authority.email },
            { QStringLiteral("website"), authority.website },
            { QStringLiteral("officeHours"), authority.officeHours } });
}

IssuingAuthority issuingAuthority(const QJsonValue &value)
{
    Fields f(value);
    IssuingAuthority authority;
    authority.name = f.text(QStringLiteral("name"));
    authority.department = f.text(QStringLiteral("department"));
    authority.street = f.text(QStringLiteral("street"));
    authority.town = f.text(QStringLiteral("town"));
    authority.contact = f.text(QStringLiteral("contact"));
    authority.room = f.text(QStringLiteral("room"));
    authority.phone = f.text(QStringLiteral("phone"));
    authority.email = f.text(QStringLiteral("email"));
    authority.website = f.text(QStringLiteral("website"));
    authority.officeHours = f.text(QStringLiteral("officeHours"));
    authority.unknown = f.unknown();
    return authority;
}

QJsonArray json(const QVector<NoticeFee> &fees)
{
    QJsonArray list;
    for (const NoticeFee &fee : fees)
        list << over(fee.unknown,
            { { QStringLiteral("text"), fee.text },
                { QStringLiteral("legalBasis"), fee.legalBasis },
                { QStringLiteral("amount"), toJson(fee.amount) } });
    return list;
}

QVector<NoticeFee> noticeFees(const QJsonValue &value)
{
    QVector<NoticeFee> fees;
    for (const auto &item : value.toArray()) {
        Fields f(item);
        NoticeFee fee{ f.text(QStringLiteral("text")), f.text(QStringLiteral("legalBasis")),
            f.money(QStringLiteral("amount")), {} };
        fee.unknown = f.unknown();
        fees << fee;
    }
    return fees;
}

QJsonObject json(const PaymentTerms &payment)
{
    QJsonObject known{ { QStringLiteral("payee"), payment.payee },
        { QStringLiteral("iban"), payment.iban }, { QStringLiteral("bic"), payment.bic },
        { QStringLiteral("reference"), payment.reference },
        { QStringLiteral("due"), iso(payment.due) } };
    if (payment.referenceFollows)
        known.insert(QStringLiteral("referenceFollows"), true);
    return over(payment.unknown, known);
}

PaymentTerms paymentTerms(const QJsonValue &value)
{
    Fields f(value);
    PaymentTerms payment{ f.text(QStringLiteral("payee")), f.text(QStringLiteral("iban")),
        f.text(QStringLiteral("bic")), f.text(QStringLiteral("reference")),
        f.date(QStringLiteral("due")), {} };
    payment.referenceFollows = f.flag(QStringLiteral("referenceFollows"));
    payment.unknown = f.unknown();
    return payment;
}

QJsonObject json(const RemedyBlock &remedy)
{
    return over(remedy.unknown,
        { { QStringLiteral("id"), remedy.id }, { QStringLiteral("version"), remedy.version },
            { QStringLiteral("title"), remedy.title }, { QStringLiteral("text"), remedy.text } });
}

RemedyBlock remedyBlock(const QJsonValue &value)
{
    Fields f(value);
    RemedyBlock remedy{ f.text(QStringLiteral("id")), f.number(QStringLiteral("version")),
        f.text(QStringLiteral("title")), f.text(QStringLiteral("text")), {} };
    remedy.unknown = f.unknown();
    return remedy;
}

QJsonObject json(const NoticeReasons &reasons)
{
    return over(reasons.unknown,
        { { QStringLiteral("facts"), reasons.facts }, { QStringLiteral("law"), reasons.law },
            { QStringLiteral("discretion"), reasons.discretion },
            { QStringLiteral("discretionary"), reasons.discretionary } });
}

NoticeReasons noticeReasons(const QJsonValue &value)
{
    Fields f(value);
    NoticeReasons reasons{ f.text(QStringLiteral("facts")), f.text(QStringLiteral("law")),
        f.text(QStringLiteral("discretion")), f.flag(QStringLiteral("discretionary")), {} };
    reasons.unknown = f.unknown();
    return reasons;
}

QJsonObject json(const ClerkStatement &statement)
{
    return over(statement.unknown,
        { { QStringLiteral("given"), statement.given },
            { QStringLiteral("reason"), statement.reason },
            { QStringLiteral("by"), statement.by } });
}

ClerkStatement clerkStatement(const QJsonValue &value)
{
    Fields f(value);
    ClerkStatement statement{ f.flag(QStringLiteral("given")), f.text(QStringLiteral("reason")),
        f.text(QStringLiteral("by")), {} };
    statement.unknown = f.unknown();
    return statement;
}

QJsonObject json(const NoticeSignature &signature)
{
    return over(signature.unknown,
        { { QStringLiteral("formula"), signature.formula },
            { QStringLiteral("name"), signature.name },
            { QStringLiteral("function"), signature.function } });
}

NoticeSignature noticeSignature(const QJsonValue &value)
{
    Fields f(value);
    NoticeSignature signature{ f.text(QStringLiteral("formula")), f.text(QStringLiteral("name")),
        f.text(QStringLiteral("function")), {} };
    signature.unknown = f.unknown();
    return signature;
}

QJsonArray json(const QStringList &texts)
{
    return QJsonArray::fromStringList(texts);
}

} // namespace

QJsonObject toJson(const NoticeContent &content)
{
    QJsonObject object{
        { QStringLiteral("format"), format },
        { QStringLiteral("language"), content.language },
        { QStringLiteral("template"), json(content.basedOn) },
        { QStringLiteral("kind"), content.kind },
        { QStringLiteral("channel"), content.channel },
        { QStringLiteral("letterDate"), iso(content.letterDate) },
        { QStringLiteral("place"), content.place },
        { QStringLiteral("authority"), json(content.authority) },
        { QStringLiteral("addressee"), json(content.addressee) },
        { QStringLiteral("fileReference"), content.fileReference },
        { QStringLiteral("theirReference"), content.theirReference },
        { QStringLiteral("subject"), content.subject },
        { QStringLiteral("salutation"), content.salutation },
        { QStringLiteral("introduction"), content.introduction },
        { QStringLiteral("decisions"), json(content.decisions) },
        { QStringLiteral("conditions"), json(content.conditions) },
        { QStringLiteral("reasons"), json(content.reasons) },
        { QStringLiteral("fees"), json(content.fees) },
        { QStringLiteral("total"), toJson(content.total) },
        { QStringLiteral("remedy"), json(content.remedy) },
        { QStringLiteral("closing"), content.closing },
        { QStringLiteral("signature"), json(content.signature) },
        { QStringLiteral("attachments"), json(content.attachments) },
        { QStringLiteral("copies"), json(content.copies) },
        { QStringLiteral("automated"), content.automated },
        { QStringLiteral("hearing"), json(content.hearing) },
        { QStringLiteral("discretion"), json(content.discretion) },
        { QStringLiteral("reasonsWaived"), json(content.reasonsWaived) },
    };
    if (content.payment)
        object.insert(QStringLiteral("payment"), json(*content.payment));
    if (!content.values.isEmpty()) {
        QJsonObject values;
        for (auto it = content.values.begin(); it != content.values.end(); ++it)
            values.insert(it.key(), it.value());
        object.insert(QStringLiteral("values"), values);
    }
    return over(content.unknown, object);
}

Result<NoticeContent> noticeContentFromJson(const QJsonObject &object)
{
    Fields f(object);
    const QString written = f.text(QStringLiteral("format"));
    if (written != format)
        return error(written.startsWith(QLatin1String("kontor-notice/")) ? ErrorCode::Unsupported
                                                                         : ErrorCode::Corrupt,
            "notice.content.format", { { QStringLiteral("format"), written } });
    NoticeContent content;
    content.language = f.text(QStringLiteral("language"));
    content.basedOn = templateRef(f.value(QStringLiteral("template")));
    content.kind = f.text(QStringLiteral("kind"));
    content.channel = f.text(QStringLiteral("channel"));
    content.letterDate = f.date(QStringLiteral("letterDate"));
    content.place = f.text(QStringLiteral("place"));
    content.authority = issuingAuthority(f.value(QStringLiteral("authority")));
    content.addressee = f.texts(QStringLiteral("addressee"));
    content.fileReference = f.text(QStringLiteral("fileReference"));
    content.theirReference = f.text(QStringLiteral("theirReference"));
    content.subject = f.text(QStringLiteral("subject"));
    content.salutation = f.text(QStringLiteral("salutation"));
    content.introduction = f.text(QStringLiteral("introduction"));
    content.decisions = f.texts(QStringLiteral("decisions"));
    content.conditions = f.texts(QStringLiteral("conditions"));
    content.reasons = noticeReasons(f.value(QStringLiteral("reasons")));
    content.fees = noticeFees(f.value(QStringLiteral("fees")));
    content.total = f.money(QStringLiteral("total"));
    const QJsonValue payment = f.value(QStringLiteral("payment"));
    if (payment.isObject())
        content.payment = paymentTerms(payment);
    content.remedy = remedyBlock(f.value(QStringLiteral("remedy")));
    content.closing = f.text(QStringLiteral("closing"));
    content.signature = noticeSignature(f.value(QStringLiteral("signature")));
    content.attachments = f.texts(QStringLiteral("attachments"));
    content.copies = f.texts(QStringLiteral("copies"));
    content.automated = f.flag(QStringLiteral("automated"));
    content.hearing = clerkStatement(f.value(QStringLiteral("hearing")));
    content.discretion = clerkStatement(f.value(QStringLiteral("discretion")));
    content.reasonsWaived = clerkStatement(f.value(QStringLiteral("reasonsWaived")));
    const QJsonObject values = f.value(QStringLiteral("values")).toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        content.values.insert(it.key(), it.value().toString());
    content.unknown = f.unknown();
    return content;
}
