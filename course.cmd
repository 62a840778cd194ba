@echo off
rem Builds the tool when its sources have changed, then hands over to it. What it does is in src\Backprop.Cli.
setlocal
set "ROOT=%~dp0"
set "TOOL=%ROOT%artifacts\bin\Backprop.Cli\release\Backprop.Cli.dll"
set "STAMP=%ROOT%artifacts\course.stamp"
set DOTNET_NOLOGO=1
set DOTNET_CLI_TELEMETRY_OPTOUT=1
set DOTNET_GENERATE_ASPNET_CERTIFICATE=false
set DOTNET_ADD_GLOBAL_TOOLS_TO_PATH=false
set MSBUILDTERMINALLOGGER=off
set MSBUILDDISABLENODEREUSE=1

where dotnet >nul 2>nul
if errorlevel 1 (
  echo course: needs the .NET SDK, version 10 or newer: https://dotnet.microsoft.com/download 1>&2
  exit /b 2
)

powershell -NoProfile -Command "$s='%STAMP%'; if (!(Test-Path '%TOOL%') -or !(Test-Path $s)) { exit 1 }; $t=(Get-Item $s).LastWriteTimeUtc; $n=Get-ChildItem '%ROOT%src','%ROOT%notebooks\checks','%ROOT%global.json','%ROOT%Directory.Build.props','%ROOT%Directory.Packages.props' -Recurse | Where-Object LastWriteTimeUtc -gt $t | Select-Object -First 1; if ($n) { exit 1 }"
if errorlevel 1 (
  echo course: building ... 1>&2
  if not exist "%ROOT%artifacts" mkdir "%ROOT%artifacts"
  type nul > "%STAMP%.new"
  dotnet build "%ROOT%src\Backprop.Cli\Backprop.Cli.csproj" -c Release -v quiet --nologo > "%ROOT%artifacts\build.log" 2>&1
  if errorlevel 1 (
    type "%ROOT%artifacts\build.log" 1>&2
    echo course: the build failed, see above 1>&2
    exit /b 1
  )
  move /y "%STAMP%.new" "%STAMP%" >nul
)

set "BACKPROP_CLONE=%ROOT%"
set "BACKPROP_DOTNET=dotnet"
dotnet "%TOOL%" %*
exit /b %ERRORLEVEL%
