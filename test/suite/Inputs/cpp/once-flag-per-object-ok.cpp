// The shared table is initialised under a once_flag that is as shared as the
// table.
#include <mutex>
#include <thread>
#include <vector>

class Codec {
public:
  int decode(unsigned char c) {
    std::call_once(tableMade, [] {
      for (int i = 0; i < 256; ++i)
        table.push_back(255 - i);
    });
    return table[c];
  }

private:
  static inline std::once_flag tableMade;
  static inline std::vector<int> table;
};

static void decodeAll(int *sum) {
  Codec codec;
  for (int c = 0; c < 256; ++c)
    *sum += codec.decode(static_cast<unsigned char>(c));
}

int main() {
  int first = 0, second = 0;
  std::thread a(decodeAll, &first), b(decodeAll, &second);
  a.join();
  b.join();
  return first == second ? 0 : 1;
}
