"""Small made-up recordings: enough of a file to be known by, and nobody's voice."""

_FORMAT = b"\x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x80\x3e\x00\x00\x02\x00\x10\x00"
WAV = b"RIFF\x24\x08\x00\x00WAVEfmt " + _FORMAT + b"data\x00\x08\x00\x00" + bytes(range(256)) * 8
M4A = b"\x00\x00\x00\x1cftypM4A \x00\x00\x00\x00M4A mp42isom" + bytes(300)
# As a phone films: the same container, with a track of pictures.
_PICTURES = bytes(20) + b"hdlr" + bytes(8) + b"vide" + bytes(90)
VIDEO = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isommp42" + _PICTURES
