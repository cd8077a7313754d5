#pragma once

#include "ui/common/dialogframe.h"
#include "ui/words/errortext.h"

// Shows an error in its four parts; the reference can be copied.
class ErrorDialog : public DialogFrame {
    Q_OBJECT
public:
    ErrorDialog(const ErrorText &text, QWidget *parent);
};
