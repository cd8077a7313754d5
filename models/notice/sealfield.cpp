#include "sealfield.h"

#include "structure.h"

#include <qpdf/QPDFPageDocumentHelper.hh>

void addSealField(QPDF &pdf, const QString &name)
{
    using Handle = QPDFObjectHandle;
    Handle page = QPDFPageDocumentHelper(pdf).getAllPages().back().getObjectHandle();
    Handle signature = Handle::parse(std::string("<< /Type /Sig /Filter /Adobe.PPKLite "
                                                 "/SubFilter /ETSI.CAdES.detached ")
        + sealByteRange + " >>");
    signature.replaceKey("/Contents", Handle::newString(std::string(sealRoom, '\0')));
    signature.replaceKey("/M", Handle::newString(sealTime));
    signature.replaceKey("/Reason", Handle::newUnicodeString("Elektronisches Siegel"));

    const Handle label = Handle::newUnicodeString(name.toStdString());
    Handle field = pdf.makeIndirectObject(Handle::parse(
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Siegel) /F 132 /Rect [ 0 0 0 0 ] >>"));
    field.replaceKey("/TU", label);
    field.replaceKey("/Contents", label);
    field.replaceKey("/V", pdf.makeIndirectObject(signature));
    field.replaceKey("/P", page);
    if (!page.getKey("/Annots").isArray())
        page.replaceKey("/Annots", Handle::newArray());
    page.getKey("/Annots").appendItem(field);

    Handle fields = Handle::newArray();
    fields.appendItem(field);
    Handle form = Handle::parse("<< /SigFlags 3 >>");
    form.replaceKey("/Fields", fields);
    pdf.getRoot().replaceKey("/AcroForm", pdf.makeIndirectObject(form));
    addFormElement(pdf, page, field, name);
}
