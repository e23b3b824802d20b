"""Files, written as a good tool writes them: to what stands there, and with care for it."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress


def write_file(path: str, content: bytes) -> None:
    """Write the content to what is at the path, or to a new file there. A link is followed, a pipe or a device is
    written to, and of a file that stood there the mode is kept, and all of it until the new one is whole.

    Raises OSError, or ValueError where the path is none.
    """
    try:
        before = os.stat(path)
    except FileNotFoundError:
        before = None
    if before is not None and not stat.S_ISREG(before.st_mode):
        with open(path, "wb") as there:
            there.write(content)
        return
    target = os.path.realpath(path)
    try:
        handle, scratch = tempfile.mkstemp(dir=os.path.dirname(target), prefix=f".{os.path.basename(target)[:100]}-")
    except PermissionError:
        if before is None:
            raise
        # The folder takes no new file, but the one that stands there may be written.
        with open(target, "wb") as file:
            file.write(content)
        return
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        os.chmod(scratch, stat.S_IMODE(before.st_mode) if before else 0o666 & ~_umask())
        if before is not None and (before.st_uid, before.st_gid) != (os.stat(scratch).st_uid, os.stat(scratch).st_gid):
            with suppress(PermissionError):
                os.chown(scratch, before.st_uid, before.st_gid)
        os.replace(scratch, target)
    except BaseException:
        os.unlink(scratch)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def reason(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "mappen finnes ikke"
    if isinstance(error, PermissionError):
        return "du har ikke lov til å skrive der"
    if isinstance(error, (IsADirectoryError, NotADirectoryError)):
        return "det er ikke en fil i en mappe"
    return error.strerror.lower() if isinstance(error, OSError) and error.strerror else "navnet kan ikke brukes"
