#include "sandbox.h"

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <cstdio>
#include <windows.h>

namespace {

// A job: one process, 1 GiB, no access to desktop or clipboard, dies with its handle.
bool enterJob()
{
    const HANDLE job = CreateJobObjectW(nullptr, nullptr);
    if (!job)
        return false;
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits{};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_ACTIVE_PROCESS
        | JOB_OBJECT_LIMIT_PROCESS_MEMORY | JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
        | JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION;
    limits.BasicLimitInformation.ActiveProcessLimit = 1;
    limits.ProcessMemoryLimit = SIZE_T(1024) << 20;
    JOBOBJECT_BASIC_UI_RESTRICTIONS desktop{};
    desktop.UIRestrictionsClass = JOB_OBJECT_UILIMIT_HANDLES | JOB_OBJECT_UILIMIT_READCLIPBOARD
        | JOB_OBJECT_UILIMIT_WRITECLIPBOARD | JOB_OBJECT_UILIMIT_DESKTOP
        | JOB_OBJECT_UILIMIT_EXITWINDOWS | JOB_OBJECT_UILIMIT_GLOBALATOMS
        | JOB_OBJECT_UILIMIT_SYSTEMPARAMETERS | JOB_OBJECT_UILIMIT_DISPLAYSETTINGS;
    return SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits)
        && SetInformationJobObject(job, JobObjectBasicUIRestrictions, &desktop, sizeof desktop)
        && AssignProcessToJobObject(job, GetCurrentProcess());
}

// The lowest integrity level: no file, key or pipe of the user can be written any more, and with
// "untrusted" hardly one can be read.
bool dropIntegrity()
{
    HANDLE token = nullptr;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_DEFAULT | TOKEN_QUERY, &token))
        return false;
    SID_IDENTIFIER_AUTHORITY authority = SECURITY_MANDATORY_LABEL_AUTHORITY;
    PSID untrusted = nullptr;
    bool done = AllocateAndInitializeSid(
        &authority, 1, SECURITY_MANDATORY_UNTRUSTED_RID, 0, 0, 0, 0, 0, 0, 0, &untrusted);
    if (done) {
        TOKEN_MANDATORY_LABEL label{};
        label.Label.Attributes = SE_GROUP_INTEGRITY;
        label.Label.Sid = untrusted;
        done = SetTokenInformation(
            token, TokenIntegrityLevel, &label, sizeof label + GetLengthSid(untrusted));
        FreeSid(untrusted);
    }
    CloseHandle(token);
    return done;
}

bool forbid()
{
    PROCESS_MITIGATION_DYNAMIC_CODE_POLICY code{};
    code.ProhibitDynamicCode = 1;
    PROCESS_MITIGATION_SYSTEM_CALL_DISABLE_POLICY calls{};
    calls.DisallowWin32kSystemCalls = 0; // Qt's picture code still touches it
    return SetProcessMitigationPolicy(ProcessDynamicCodePolicy, &code, sizeof code)
        && SetProcessMitigationPolicy(ProcessSystemCallDisablePolicy, &calls, sizeof calls);
}

bool refused(const char *what, bool done)
{
    std::printf("%s %s\n", what, done ? "ALLOWED" : "refused");
    return !done;
}

} // namespace

bool Sandbox::setLimits()
{
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
    return enterJob();
}

void Sandbox::warmUp()
{
    QImage picture(8, 8, QImage::Format_RGB32);
    picture.fill(0);
    for (const char *format : { "png", "jpeg" }) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadWrite);
        picture.save(&buffer, format);
        buffer.seek(0);
        QImageReader(&buffer, format).read();
    }
}

bool Sandbox::close()
{
    return forbid() && dropIntegrity();
}

std::optional<QByteArray> Sandbox::receivedDocument()
{
    return {}; // comes as a frame
}

bool Sandbox::selfTest()
{
    const HANDLE created = CreateFileW(L"pdfview.tmp", GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS,
        FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
    bool all = refused("create", created != INVALID_HANDLE_VALUE);
    STARTUPINFOW start{};
    start.cb = sizeof start;
    PROCESS_INFORMATION child{};
    wchar_t command[] = L"cmd.exe /c exit";
    all = refused("exec",
              CreateProcessW(
                  nullptr, command, nullptr, nullptr, FALSE, 0, nullptr, nullptr, &start, &child))
        && all;
    std::fflush(stdout);
    return all;
}
