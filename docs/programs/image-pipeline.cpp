// Files come in, are decoded to images, measured and classified; each stage has
// its own threads, and few images are on their way at once. A file that is no
// image is skipped.
#include <fearless/channel.h>
#include <fearless/thread.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using fearless::JoinHandle;
using fearless::Receiver;
using fearless::Sender;
using fearless::SharedReceiver;

struct Image {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels; // grey, row by row

  int at(int x, int y) const { return pixels[y * width + x]; }
};

struct Measured {
  std::array<int, 4> histogram{}; // from dark to light
  int edges = 0;                  // steps of more than 64 along a row
  int pixels = 0;
};

// A picture of stripes, light or dark, as a file of the format PGM; every tenth
// is cut off.
std::string make_file(int number) {
  const int side = 16, stripe = 1 << number % 4, light = number % 3 * 60 + 60;
  std::string file = "P5 16 16 255\n";
  for (int i = 0; i < side * side; ++i)
    file += static_cast<char>(i % side / stripe % 2 ? light : light / 4);
  return number % 10 == 9 ? file.substr(0, 100) : file;
}

std::optional<Image> decode(const std::string &file) {
  std::istringstream in(file);
  std::string magic;
  Image image;
  int white = 0;
  in >> magic >> image.width >> image.height >> white;
  in.get(); // the end of the line
  if (!in || magic != "P5")
    return std::nullopt;
  image.pixels.resize(std::size_t(image.width) * image.height);
  in.read(reinterpret_cast<char *>(image.pixels.data()),
          static_cast<std::streamsize>(image.pixels.size()));
  return in ? std::optional(std::move(image)) : std::nullopt;
}

Measured measure(const Image &image) {
  Measured found;
  found.pixels = image.width * image.height;
  for (int y = 0; y < image.height; ++y)
    for (int x = 0; x < image.width; ++x) {
      ++found.histogram[image.at(x, y) / 64];
      if (x > 0 && std::abs(image.at(x, y) - image.at(x - 1, y)) > 64)
        ++found.edges;
    }
  return found;
}

std::string classify(const Measured &found) {
  if (found.edges * 4 > found.pixels)
    return "lively";
  return found.histogram[0] * 2 > found.pixels ? "dark" : "calm";
}

/// Threads that send on what `work` makes of what comes in, until nothing does.
template <class In, class Out, class F>
std::vector<JoinHandle<void>> stage(int threads, Receiver<In> in,
                                    Sender<Out> out, F work) {
  const SharedReceiver<In> shared = std::move(in).share();
  std::vector<JoinHandle<void>> handles;
  for (int i = 0; i < threads; ++i)
    handles.push_back(fearless::spawn([shared, out, work] {
      for (const In &value : shared)
        if (std::optional<Out> made = work(value); made)
          if (!out.send(*std::move(made)))
            return;
    }));
  return handles;
}

void feed(int count, Sender<std::string> out) {
  for (int i = 0; i < count; ++i)
    if (!out.send(make_file(i)))
      return;
}

std::map<std::string, int> run(int files) {
  auto [files_out, files_in] = fearless::channel<std::string>(4);
  auto [images_out, images_in] = fearless::channel<Image>(4);
  auto [measured_out, measured_in] = fearless::channel<Measured>(4);
  const auto feeder = fearless::spawn(feed, files, std::move(files_out));
  const auto decoders =
      stage(2, std::move(files_in), std::move(images_out), decode);
  const auto measurers =
      stage(2, std::move(images_in), std::move(measured_out),
            [](const Image &image) { return std::optional(measure(image)); });
  std::map<std::string, int> kinds;
  for (const Measured &found : measured_in)
    ++kinds[classify(found)];
  return kinds;
}

int main() {
  std::map<std::string, int> expected;
  for (int i = 0; i < 200; ++i)
    if (const auto image = decode(make_file(i)))
      ++expected[classify(measure(*image))];
  return expected.size() == 3 && run(200) == expected ? 0 : 1;
}
