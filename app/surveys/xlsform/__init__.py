"""Surveys as XLSForms: the workbooks in which organisations write forms for ODK and KoboToolbox."""
