#!/bin/sh
# Installs the system packages of packages.txt that are missing; asks for root only then.
set -eu
has() {
    case "$1" in
        nodejs) command -v node ;;
        npm | chromium | strace) command -v "$1" ;;
        # Any LibreOffice will do, and the one with windows must not be taken away.
        libreoffice-calc-nogui) command -v soffice ;;
        poppler-utils) command -v pdftotext ;;
        python3-venv) python3 -c "import ensurepip, venv" ;;
        *) dpkg -s "$1" ;;
    esac >/dev/null 2>&1
}
missing=""
while read -r package; do has "$package" || missing="$missing $package"; done <packages.txt
[ -n "$missing" ] || exit 0
echo "Installing system packages (needs root):$missing"
if [ "$(id -u)" -eq 0 ]; then as_root=""; else as_root="sudo"; fi
$as_root apt-get update -q >/dev/null
# shellcheck disable=SC2086
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends $missing >/dev/null
