#pragma once

#include <QWidget>

// Every widget of ui/common on two pages, with invented texts, for looking at.
QWidget *newControlsPage();
QWidget *newCasePage();
