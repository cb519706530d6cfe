// What is bound to the interpreter is of no use while that is let go.
// error: is_not_Send<fearless::Bound<ToyObject>,
// std::vector<fearless::Bound<ToyObject>
#include "../toy_interpreter.h"
#include <vector>

#ifdef RIGHT
using fearless::Unbound;
#else
template <class T> using Unbound = fearless::Bound<T>;
#endif

void section(const Toy &toy, std::vector<Unbound<ToyObject>> objects) {
  toy.allow_threads(
      [](const std::vector<Unbound<ToyObject>> &all) { return all.size(); },
      objects);
}
int main() {}
