// Smoothing in place: at the border of its chunk a thread reads what its
// neighbour writes.
#include <thread>
#include <vector>

static void smooth(const std::vector<float> &in, std::vector<float> &out,
                   size_t from, size_t to) {
  for (size_t i = from; i < to; ++i) {
    float left = i ? in[i - 1] : in[i];                  // RACE
    float right = i + 1 < in.size() ? in[i + 1] : in[i]; // RACE
    out[i] = (left + right) / 2;                         // RACE
  }
}

int main() {
  std::vector<float> row(256, 1.0f);
  size_t half = row.size() / 2;
  std::thread helper([&] { smooth(row, row, 0, half); });
  smooth(row, row, half, row.size());
  helper.join();
  return row[0] > 0 ? 0 : 1;
}
