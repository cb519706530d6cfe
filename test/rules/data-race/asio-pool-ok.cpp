// RUN: %fearless check %s -- -std=c++20 2>&1 | FileCheck %s --allow-empty --implicit-check-not=warning: --implicit-check-not=error:
// One thread runs the context.
#include "Inputs/asio.h"
int main() {
  int Count = 0;
  asio::io_context Context;
  asio::post(Context, [&] { ++Count; });
  asio::post(Context, [&] { ++Count; });
  Context.run();
  return Count;
}
