#include "errordialog.h"

#include "ui/common/labels.h"
#include "ui/common/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

ErrorDialog::ErrorDialog(const ErrorText &text, QWidget *parent)
    : DialogFrame(text.what, {}, parent)
{
    setMinimumWidth(Theme::of(this).scaled(440));
    body()->addWidget(new WrappedLabel(text.why, TextRole::Body));
    body()->addSpacing(Space::medium);
    body()->addWidget(new WrappedLabel(text.now, TextRole::BodyStrong));
    body()->addSpacing(Space::medium);
    auto *reference
        = new WrappedLabel(tr("Reference: %1").arg(text.reference), TextRole::Small, Colour::Text2);
    reference->setSelectable(true);
    body()->addWidget(reference);
    QPushButton *copy = addButton(tr("Copy the reference"), QStringLiteral("copy"));
    connect(copy, &QPushButton::clicked, this,
        [all = text.reference] { QGuiApplication::clipboard()->setText(all); });
    setPrimary(tr("Close"))->setFocus();
}
