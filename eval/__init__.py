"""Quality and speed gates: what the reader reaches on marked data, against pinned floors."""
