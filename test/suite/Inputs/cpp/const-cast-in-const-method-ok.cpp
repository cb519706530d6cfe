// The const method only reads; the count is kept by each caller.
#include <thread>
#include <vector>

class Lookup {
public:
  explicit Lookup(int size) : table(size, 1) {}
  int at(size_t index) const { return table[index % table.size()]; }
  void count(int n) { lookups += n; }

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
  lookup.count(a + b);
  return a + b == 200 ? 0 : 1;
}
