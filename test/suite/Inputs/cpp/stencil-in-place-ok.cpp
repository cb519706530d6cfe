// Smoothing from one buffer into another: borders are only read, and each
// thread writes its own chunk.
#include <thread>
#include <vector>

static void smooth(const std::vector<float> &in, std::vector<float> &out,
                   size_t from, size_t to) {
  for (size_t i = from; i < to; ++i) {
    float left = i ? in[i - 1] : in[i];
    float right = i + 1 < in.size() ? in[i + 1] : in[i];
    out[i] = (left + right) / 2;
  }
}

int main() {
  std::vector<float> row(256, 1.0f);
  std::vector<float> next(row.size());
  size_t half = row.size() / 2;
  std::thread helper([&] { smooth(row, next, 0, half); });
  smooth(row, next, half, row.size());
  helper.join();
  return next[0] > 0 ? 0 : 1;
}
