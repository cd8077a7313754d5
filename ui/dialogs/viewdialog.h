#pragma once

#include "ui/common/dialogframe.h"

#include <QStringList>

class QLineEdit;

// The name of a saved view; no two have the same.
class ViewDialog : public DialogFrame {
    Q_OBJECT
public:
    // name: the present one, empty for a new view
    ViewDialog(const QString &name, const QStringList &others, QWidget *parent);

    QString name() const;

private:
    void onChanged();

    QStringList m_others;
    QLineEdit *m_name;
};
