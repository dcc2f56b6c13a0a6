from tests.e2e.test_visit import *
from tests.e2e.visit_story import *
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import Qt
def test_x(tmp_path,today,qtbot):
    with window_over(tmp_path / "k", today, "fi", qtbot) as work:
        h=Keys(); v=Visit(work,h)
        v._open()
        h.step("V2"); h.press(work.t("Back"))
        def st():
            f=QApplication.focusWidget(); p=QApplication.activePopupWidget()
            print(type(f).__name__, f.accessibleName(), getattr(f,"text",lambda:"")(), p, p.isVisible() if p else "", getattr(f,"settled",""), work.window.foot.message.text(), work.window.place.part)
        st(); h._meet("Toimiala"); st(); h.type("45"); st()
        for i in range(3):
            h.key(KEY.Key_Return); st()
