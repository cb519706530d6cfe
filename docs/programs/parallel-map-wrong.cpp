// The same map over words whose owners are counted without atomics: reading
// one copies the handle, and two threads count at once.
// error: T = fearless::Rc<std::
// error: constraints not satisfied
#include <fearless/rc.h>
#include <fearless/scope.h>
#include <fearless/send.h>

#include <functional>
#include <string>
#include <type_traits>
#include <vector>

using fearless::Rc;
using fearless::Scope;
using fearless::Send;
using fearless::Sync;

template <Sync T, Sync F, Send R = std::invoke_result_t<const F &, const T &>>
std::vector<R> parallel_map(const std::vector<T> &items, const F &function) {
  return fearless::scope([&](Scope &scope) {
    auto made = scope.spawn([&items, &function] {
      std::vector<R> results;
      for (auto &item : items)
        results.push_back(std::invoke(function, item));
      return results;
    });
    return made.join();
  });
}

int main() {
  const std::vector<Rc<std::string>> words(5, Rc<std::string>::make("one"));
  return parallel_map(words, [](Rc<std::string> word) { return word->size(); })
                     .size() == 5
             ? 0
             : 1;
}
