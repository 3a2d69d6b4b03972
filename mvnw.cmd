@echo off
rem Runs Maven for this project with a JDK of version 25 or newer. Maven 3.8 or newer must be installed.
setlocal enabledelayedexpansion
set "found="
call :try "%JAVA_HOME%"
for /d %%d in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined found call :try "%%~d"
if not defined found (
  echo mvnw: A JDK of version 25 or newer is needed, and none was found: install one, or set JAVA_HOME to it. 1>&2
  exit /b 1
)
where mvn >nul 2>&1 || (
  echo mvnw: Maven 3.8 or newer is needed: install it from maven.apache.org. 1>&2
  exit /b 1
)
set "JAVA_HOME=%found%"
set "MAVEN_PROJECTBASEDIR=%~dp0"
call mvn %*
exit /b %errorlevel%

:try
if not exist "%~1\bin\javac.exe" exit /b
for /f "tokens=2 delims== " %%v in ('findstr /b "JAVA_VERSION=" "%~1\release"') do for /f "delims=." %%m in ("%%~v") do if %%m geq 25 set "found=%~1"
exit /b
