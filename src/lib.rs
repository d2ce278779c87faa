//! Ringwell: whether an outbound call centre's numbers still ring well.
