"""What all views share; knows no vertical."""
