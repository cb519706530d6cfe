// A capture could be anything: a Bound, here.
// error: captures<.*lambda
// error: what it captures cannot be seen
#include "../toy_interpreter.h"

int section(const Toy &toy, fearless::Bound<ToyObject> object) {
#ifdef RIGHT
  return toy.allow_threads([](int value) { return value; },
                           object.get()->value);
#else
  return toy.allow_threads([&] { return object.get()->value; });
#endif
}
int main() {}
