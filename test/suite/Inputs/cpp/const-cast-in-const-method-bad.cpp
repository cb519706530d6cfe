// A method that looks const to its callers' threads writes through a
// const_cast.
#include <thread>
#include <vector>

class Lookup {
public:
  explicit Lookup(int size) : table(size, 1) {}
  int at(size_t index) const {
    ++const_cast<Lookup *>(this)->lookups; // RACE
    return table[index % table.size()];
  }

private:
  std::vector<int> table;
  int lookups = 0;
};

static void use(const Lookup &lookup, int *sum) {
  for (size_t i = 0; i < 100; ++i)
    *sum += lookup.at(i);
}

int main() {
  Lookup lookup(10);
  int a = 0, b = 0;
  std::thread first(use, std::cref(lookup), &a);
  use(lookup, &b);
  first.join();
  return a + b == 200 ? 0 : 1;
}
