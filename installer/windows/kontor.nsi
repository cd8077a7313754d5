; Windows installer of the desk: makensis -DSTAGE=folder-with-the-built-program kontor.nsi
; STAGE holds kontor.exe, kontor-cli.exe, kontor-pdfview.exe, the Qt and other libraries and licences\.
; Silent: kontor-setup.exe /S [/D=C:\folder]; everything goes below Program Files, where users cannot write.
Unicode true
!ifndef STAGE
  !define STAGE "stage"
!endif
!ifndef VERSION
  !define VERSION "0.1.0"
!endif
!include MUI2.nsh
!include x64.nsh

Name "Kontor"
OutFile "kontor-${VERSION}-setup.exe"
InstallDir "$PROGRAMFILES64\Kontor"
InstallDirRegKey HKLM "Software\Kontor" "InstallDir"
RequestExecutionLevel admin
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Kontor"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"
VIAddVersionKey "FileDescription" "Kontor"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "English"
LangString Running ${LANG_GERMAN} "Kontor läuft noch. Bitte beenden Sie das Programm und versuchen Sie es noch einmal."
LangString Running ${LANG_ENGLISH} "Kontor is still running. Please close it and try again."

Section "Kontor"
  SetRegView 64
  SetOutPath "$INSTDIR"
  ClearErrors
  File /r "${STAGE}\*.*"
  IfErrors 0 +3
    MessageBox MB_ICONSTOP "$(Running)" /SD IDOK
    Abort
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Kontor.lnk" "$INSTDIR\kontor.exe"
  WriteRegStr HKLM "Software\Kontor" "InstallDir" "$INSTDIR"
  WriteRegStr HKLM "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kontor" "DisplayName" "Kontor"
  WriteRegStr HKLM "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kontor" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kontor" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKLM "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kontor" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
SectionEnd

; The clerk's own data in %LOCALAPPDATA% stays: what was not sent yet must not be lost with the program.
Section "Uninstall"
  SetRegView 64
  Delete "$SMPROGRAMS\Kontor.lnk"
  RMDir /r "$INSTDIR"
  DeleteRegKey HKLM "Software\Kontor"
  DeleteRegKey HKLM "Software\Microsoft\Windows\CurrentVersion\Uninstall\Kontor"
SectionEnd
