#include "wire.h"

#include "wire_common.h"

template <class V> void describe(V &v, FieldOption &o)
{
    v("value", o.value);
    v("label", o.label);
}

template <class V> void describe(V &v, Condition &o)
{
    v("field", o.field);
    v("anyOf", o.anyOf);
}

template <class V> void describe(V &v, FieldDefinition &o)
{
    v("key", o.key);
    v("type", o.type);
    v("label", o.label);
    v("help", o.help);
    v("required", o.required);
    v("maxLength", o.maxLength);
    v("pattern", o.pattern);
    v("patternError", o.patternError);
    v("minimum", o.minimum);
    v("maximum", o.maximum);
    v("earliest", o.earliest);
    v("latest", o.latest);
    v("options", o.options);
    v("visibleWhen", o.visibleWhen);
    v("fields", o.fields);
    v("minItems", o.minItems);
    v("maxItems", o.maxItems);
    v("maxFiles", o.maxFiles);
    v("maxMegabytes", o.maxMegabytes);
    v("accept", o.accept);
    v("unit", o.unit);
    v("autocomplete", o.autocomplete);
}

template <class V> void describe(V &v, FormStep &o)
{
    v("key", o.key);
    v("title", o.title);
    v("fields", o.fields);
}

template <class V> void describe(V &v, TextBlock &o)
{
    v("heading", o.heading);
    v("text", o.text);
}

template <class V> void describe(V &v, PublicService &o)
{
    v("slug", o.slug);
    v("title", o.title);
    v("summary", o.summary);
    v("lifeSituations", o.lifeSituations);
    v("keywords", o.keywords);
    v("leika", o.leika);
    v("texts", o.texts);
    v("feeText", o.feeText);
    v("processingDays", o.processingDays);
    v("level", o.level);
    v("steps", o.steps);
    v("applicant", o.applicant);
}

template <class V> void describe(V &v, ChecklistItem &o)
{
    v("key", o.key);
    v("text", o.text);
}

template <class V> void describe(V &v, CaseType &o)
{
    v("id", o.id);
    v("version", o.version);
    v("name", o.name);
    v("department", o.department);
    v("titleTemplate", o.titleTemplate);
    v("service", o.service);
    v("checklist", o.checklist);
    v("stateLabels", o.stateLabels);
    v("targetDays", o.targetDays);
    v("statutoryPeriod", o.statutoryPeriod);
    v("feeDefaults", o.feeDefaults);
    v("referenceSource", o.referenceSource);
    v("noticeTemplates", o.noticeTemplates);
    v("needsApproval", o.needsApproval);
    v("retentionYears", o.retentionYears);
}

QJsonObject toJson(const CaseType &type)
{
    return JsonWriter::write(type);
}

Result<CaseType> caseTypeFromJson(const QJsonObject &json)
{
    return JsonReader::read<CaseType>(json);
}
