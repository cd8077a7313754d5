#include "noticecheck.h"

#include "models/payment/paymentreference.h"
#include "placeholders.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>

namespace {

const int windowLines = 6; // address zone of DIN 5008
const int largestItemText = 250; // XBezahldienste 1.0, description of an item

class Points {
public:
    void block(const char *key, QJsonObject params = {}) { add(key, true, std::move(params)); }
    void warn(const char *key, QJsonObject params = {}) { add(key, false, std::move(params)); }
    QVector<OpenPoint> list;

private:
    void add(const char *key, bool blocks, QJsonObject params)
    {
        list.append(
            { QLatin1String("notice.check.") + QLatin1String(key), std::move(params), blocks });
    }
};

QJsonObject item(qsizetype index)
{
    return { { QStringLiteral("item"), int(index) + 1 } };
}

bool blank(const QString &text)
{
    return text.trimmed().isEmpty();
}

bool stated(const ClerkStatement &statement)
{
    return statement.given && !blank(statement.reason);
}

void checkSender(const NoticeContent &content, Points &points)
{
    const IssuingAuthority &authority = content.authority;
    if (blank(authority.name)) // § 37 (3)
        points.block("authority");
    if (blank(authority.street) || blank(authority.town))
        points.block("authorityAddress"); // its seat, § 58 (1) VwGO
    if (blank(authority.contact) || (blank(authority.phone) && blank(authority.email)))
        points.warn("contact");
    if (!content.letterDate.isValid())
        points.block("letterDate");
    if (blank(content.place))
        points.warn("place");
    if (blank(content.fileReference))
        points.warn("fileReference");
}

void checkAddressee(const NoticeContent &content, Points &points)
{
    static const QStringList channels{ QStringLiteral("letter"), QStringLiteral("electronic"),
        QStringLiteral("account"), QStringLiteral("portal"), QStringLiteral("registered"),
        QStringLiteral("serviceRecord") };
    static const QRegularExpression town(QStringLiteral("^(?:[A-Z]{1,3}-)?\\d{4,5} \\S"));
    if (!channels.contains(content.channel))
        points.block("channel", { { QStringLiteral("channel"), content.channel } });
    QStringList lines;
    for (const QString &line : content.addressee) {
        if (!blank(line))
            lines << line;
    }
    if (lines.isEmpty()) {
        points.block("addressee"); // § 37 (1): to whom
        return;
    }
    const bool posted = content.channel == QLatin1String("letter")
        || content.channel == QLatin1String("registered")
        || content.channel == QLatin1String("serviceRecord");
    const bool hasTown = std::any_of(lines.begin(), lines.end(),
        [](const QString &line) { return town.match(line.trimmed()).hasMatch(); });
    if (posted && (lines.size() < 3 || !hasTown))
        points.block("addresseeAddress");
    if (lines.size() > windowLines)
        points.block("addresseeLines", { { QStringLiteral("lines"), int(lines.size()) } });
}

void checkReasons(const NoticeContent &content, Points &points)
{
    const NoticeReasons &reasons = content.reasons;
    if (!stated(content.reasonsWaived)) { // § 39 (1), (2)
        if (blank(reasons.facts))
            points.block("facts");
        if (blank(reasons.law))
            points.block("law");
        if (reasons.discretionary && blank(reasons.discretion))
            points.block("discretionReasons");
    }
    if (reasons.discretionary && !stated(content.discretion)) // § 40
        points.block("discretion");
    if (!stated(content.hearing)) // § 28
        points.block("hearing");
}

void checkDecision(const NoticeContent &content, Points &points)
{
    if (blank(content.subject))
        points.block("subject");
    if (blank(content.salutation))
        points.warn("salutation");
    if (content.decisions.isEmpty()) // § 37 (1)
        points.block("decision");
    for (qsizetype i = 0; i < content.decisions.size(); ++i) {
        if (blank(content.decisions.at(i)))
            points.block("decisionEmpty", item(i));
    }
    for (qsizetype i = 0; i < content.conditions.size(); ++i) {
        if (blank(content.conditions.at(i)))
            points.block("conditionEmpty", item(i));
    }
}

void checkPayment(const NoticeContent &content, Points &points)
{
    if (!content.payment) {
        points.block("payment");
        return;
    }
    const PaymentTerms &terms = *content.payment;
    if (!terms.due.isValid())
        points.block("due");
    else if (content.letterDate.isValid() && terms.due <= content.letterDate)
        points.block("dueTooEarly");
    if (terms.waitsForReference()) {
        points.warn("referenceFollows");
        return; // and without it there is no code
    }
    if (blank(terms.reference))
        points.block("reference");
    else if (!isValidReference(terms.reference)) // a cash system may have its own scheme
        points.warn("referenceForm");
    const auto payload = epcPayload(*epcPayment(content));
    if (!payload)
        points.block("epc", { { QStringLiteral("cause"), payload.error().key } });
}

void checkFees(const NoticeContent &content, Points &points)
{
    if (content.fees.isEmpty()) {
        if (content.payment)
            points.block("paymentWithoutFee");
        return;
    }
    if (content.fees.size() > 99)
        points.block("feeCount", { { QStringLiteral("items"), int(content.fees.size()) } });
    for (qsizetype i = 0; i < content.fees.size(); ++i) {
        const NoticeFee &fee = content.fees.at(i);
        if (blank(fee.text))
            points.block("feeText", item(i));
        if (fee.text.size() > largestItemText)
            points.block("feeTextLong", item(i));
        if (blank(fee.legalBasis))
            points.block("feeBasis", item(i));
        if (fee.amount.cents <= 0 || fee.amount.currency != content.total.currency)
            points.block("feeAmount", item(i));
    }
    if (content.total != content.sumOfFees())
        points.block("total");
    checkPayment(content, points);
}

void checkEnd(const NoticeContent &content, Points &points)
{
    // § 37 (6); without it, or with a wrong one, a year runs (§ 58 (2) VwGO)
    if (blank(content.remedy.text) || blank(content.remedy.id) || content.remedy.version < 1)
        points.block("remedy");
    if (blank(content.signature.name) && !content.automated) // § 37 (3), (5)
        points.block("signature");
    if (content.automated)
        points.warn("automated");
    if (blank(content.basedOn.id))
        points.warn("template");
}

// Texts that the template left to be filled.
void checkPlaceholders(const NoticeContent &content, Points &points)
{
    static const QHash<NoticePart, QString> parts{
        { NoticePart::Decision, QStringLiteral("decision") },
        { NoticePart::Conditions, QStringLiteral("conditions") },
        { NoticePart::Reasons, QStringLiteral("reasons") },
    };
    for (const OpenPlaceholder &open : openPlaceholders(content)) {
        points.block("placeholder",
            { { QStringLiteral("placeholder"), open.key },
                { QStringLiteral("part"), parts.value(open.part) } });
    }
}

} // namespace

QVector<OpenPoint> check(const NoticeContent &content)
{
    Points points;
    checkSender(content, points);
    checkAddressee(content, points);
    checkDecision(content, points);
    checkReasons(content, points);
    checkFees(content, points);
    checkEnd(content, points);
    checkPlaceholders(content, points);
    return points.list;
}

bool isIssuable(const NoticeContent &content)
{
    const auto points = check(content);
    return std::none_of(
        points.begin(), points.end(), [](const OpenPoint &point) { return point.blocks; });
}
