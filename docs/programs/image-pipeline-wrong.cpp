// A stage is started by a function that ends before it: the thread uses the
// function's own parameter, which is gone.
#include <fearless/channel.h>
#include <fearless/thread.h>

#include <cstdint>
#include <vector>

using fearless::JoinHandle;
using fearless::Receiver;

struct Image {
  std::vector<std::uint8_t> pixels;
};

JoinHandle<long> stage(Receiver<Image> in) {
  return fearless::spawn([&in] { // reported: borrow-outlives
    long light = 0;
    for (const Image &image : in)
      for (int pixel : image.pixels)
        light += pixel;
    return light;
  });
}

int main() {
  auto [out, in] = fearless::channel<Image>(4);
  auto measured = stage(std::move(in));
  for (int i = 0; i < 10; ++i)
    if (!out.send({std::vector<std::uint8_t>(100, 1)}))
      return 1;
  { const auto last = std::move(out); }
  return measured.join() == 1000 ? 0 : 1;
}
