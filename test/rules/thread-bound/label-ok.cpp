// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// It asks the label's thread to do so.
#include "Inputs/qt.h"
#include <thread>
int main() {
  QLabel Label;
  std::thread Worker([&] {
    QMetaObject::invokeMethod(&Label, [&] { Label.setNum(1); });
    Label.deleteLater();
  });
  Worker.join();
  Label.show();
}
