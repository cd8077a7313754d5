#pragma once

#include "models/domain/result.h"

#include <memory>

struct _FcConfig;

// The bundled fonts of notices and nothing else: a system font that happens to be there must
// neither change line breaks nor slip in for a missing letter. Noto Sans has every letter that DIN
// 91379 requires for names. Cheap to copy; may be shared by threads, since it is only read after
// loading.
class FontSet {
public:
    // From `folder`, or from the first place of defaultFolders() that has the fonts.
    // Error `notice.fonts` (NotFound).
    static Result<FontSet> load(const QString &folder = {});
    // Beside the installed program, in the build folder, and where Debian's package puts them.
    static QStringList defaultFolders();

    _FcConfig *config() const { return m_config.get(); }
    // Characters that regular or bold lack, as "U+1F600"; a text names people, so only these are
    // told.
    QStringList missing(const QString &text) const;

private:
    std::shared_ptr<_FcConfig> m_config;
};
