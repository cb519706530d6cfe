// A list of guests has each name once, whoever adds it.
#include <fearless/mutex.h>
#include <fearless/scope.h>

#include <algorithm>
#include <string>
#include <vector>

using fearless::Mutex;
using fearless::Scope;

class Guests {
public:
  // Looks and appends under one lock: nobody comes in between.
  void add(const std::string &name) const {
    auto names = names_.lock();
    if (std::ranges::find(*names, name) == names->end())
      names->push_back(name);
  }

  std::size_t count() const { return names_.lock()->size(); }

private:
  Mutex<std::vector<std::string>> names_;
};

int main() {
  const Guests guests;
  fearless::scope([&](Scope &scope) {
    for (int i = 0; i < 8; ++i)
      scope.spawn([&guests] {
        for (int n = 0; n < 100; ++n)
          guests.add("guest " + std::to_string(n));
      });
  });
  return guests.count() == 100 ? 0 : 1;
}
