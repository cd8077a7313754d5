#include "diskflush.h"

#include <QFile>
#include <unistd.h>

Status flushToDisk(QFile &file)
{
    if (file.flush() && fsync(file.handle()) == 0)
        return success();
    return error(ErrorCode::NoSpace, "store.full", {}, file.errorString());
}
