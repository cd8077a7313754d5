#pragma once

// Registers the embedded fonts Inter and Noto Sans; harmless when called again.
// False when one of them cannot be read: the desktop's font is then used.
bool loadDeskFonts();
