#pragma once

#include "ui/common/dialogframe.h"

class QComboBox;

// What a clerk may set. Fields that the administration has set are greyed and say so.
struct DeskSettings {
    QString language; // "de", "en"; empty: of the system
    QString theme = QStringLiteral("system"); // "light", "dark"
    int textPercent = 100; // 100 to 200
    int undoSeconds = 10;
    bool languageLocked = false;
    bool themeLocked = false;

    bool operator==(const DeskSettings &) const = default;
};

class SettingsDialog : public DialogFrame {
    Q_OBJECT
public:
    SettingsDialog(const DeskSettings &settings, QWidget *parent);
    DeskSettings settings() const;

signals:
    void signOutRequested();

private:
    DeskSettings m_settings;
    QComboBox *m_language;
    QComboBox *m_theme;
    QComboBox *m_text;
    QComboBox *m_undo;
};
