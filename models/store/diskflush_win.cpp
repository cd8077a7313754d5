#include "diskflush.h"

#include <QFile>
#include <io.h>

Status flushToDisk(QFile &file)
{
    if (file.flush() && _commit(file.handle()) == 0)
        return success();
    return error(ErrorCode::NoSpace, "store.full", {}, file.errorString());
}
