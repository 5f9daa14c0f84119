"""What a question or a remark is met with, at the beginning and in the middle of a talk."""
