#include "structure.h"

#include <algorithm>

namespace {

using Handle = QPDFObjectHandle;

// Elements among the children: marked-content numbers and references are left out.
std::vector<Handle> childElements(Handle element)
{
    std::vector<Handle> elements;
    Handle kids = element.getKey("/K");
    const std::vector<Handle> all
        = kids.isArray() ? kids.getArrayAsVector() : std::vector<Handle>{ kids };
    for (Handle kid : all) {
        if (kid.isDictionary() && kid.hasKey("/S"))
            elements.push_back(kid);
    }
    return elements;
}

std::string role(Handle element)
{
    return element.getKey("/S").getName();
}

// Coordinates of PDF count from the bottom left.
Handle layoutBox(const QRectF &box)
{
    Handle list = Handle::newArray();
    for (const double value :
        { box.left(), pageHeight - box.bottom(), box.right(), pageHeight - box.top() })
        list.appendItem(Handle::newReal(value, 2));
    Handle layout = Handle::parse("<< /O /Layout >>");
    layout.replaceKey("/BBox", list);
    return layout;
}

class Completion {
public:
    explicit Completion(const QVector<DrawnFigure> &figures)
        : m_figures(figures)
    {
    }

    void walk(Handle element, const char *headScope)
    {
        const std::string name = role(element);
        const auto kids = childElements(element);
        if (name == "/Figure")
            describeFigure(element);
        else if (name == "/TH")
            element.replaceKey("/A", Handle::parse(headScope));
        else if (name == "/L")
            element.replaceKey("/A", Handle::parse("<< /O /List /ListNumbering /Decimal >>"));
        const bool headRow = name == "/TR"
            && std::all_of(kids.begin(), kids.end(), [](Handle kid) { return role(kid) == "/TH"; });
        for (const Handle &kid : kids)
            walk(kid, headRow ? "<< /O /Table /Scope /Column >>" : "<< /O /Table /Scope /Row >>");
    }
    bool complete() const { return m_used == m_figures.size(); }

private:
    void describeFigure(Handle element)
    {
        if (m_used < m_figures.size()) {
            const DrawnFigure &figure = m_figures.at(m_used);
            element.replaceKey("/Alt", Handle::newUnicodeString(figure.alternative.toStdString()));
            element.replaceKey("/A", layoutBox(figure.box));
        }
        ++m_used;
    }

    const QVector<DrawnFigure> &m_figures;
    qsizetype m_used = 0;
};

} // namespace

Status completeStructure(QPDF &pdf, const QVector<DrawnFigure> &figures)
{
    Handle tree = pdf.getRoot().getKey("/StructTreeRoot");
    if (!tree.isDictionary() || childElements(tree).size() != 1)
        return error(ErrorCode::Internal, "notice.structure", {}, QStringLiteral("root"));
    Completion completion(figures);
    completion.walk(childElements(tree).front(), "");
    if (!completion.complete())
        return error(ErrorCode::Internal, "notice.structure", {}, QStringLiteral("figures"));
    pdf.getRoot().replaceKey("/MarkInfo", Handle::parse("<< /Marked true >>"));
    return success();
}

void addFormElement(QPDF &pdf, QPDFObjectHandle page, QPDFObjectHandle field, const QString &name)
{
    Handle tree = pdf.getRoot().getKey("/StructTreeRoot");
    Handle document = childElements(tree).front();
    Handle reference = Handle::parse("<< /Type /OBJR >>");
    reference.replaceKey("/Obj", field);
    reference.replaceKey("/Pg", page);
    Handle element = pdf.makeIndirectObject(Handle::parse("<< /Type /StructElem /S /Form >>"));
    element.replaceKey("/P", document);
    element.replaceKey("/Pg", page);
    element.replaceKey("/Alt", Handle::newUnicodeString(name.toStdString()));
    element.replaceKey("/K", reference);
    document.getKey("/K").appendItem(element);

    Handle numbers = tree.getKey("/ParentTree").getKey("/Nums");
    long long key = 0;
    for (int i = 0; i + 1 < numbers.getArrayNItems(); i += 2)
        key = std::max(key, numbers.getArrayItem(i).getIntValue() + 1);
    numbers.appendItem(Handle::newInteger(key));
    numbers.appendItem(element);
    field.replaceKey("/StructParent", Handle::newInteger(key));
    tree.replaceKey("/ParentTreeNextKey", Handle::newInteger(key + 1));
}
