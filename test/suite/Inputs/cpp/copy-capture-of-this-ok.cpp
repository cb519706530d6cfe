// [*this] copies the object, so the thread reads a state of its own.
#include <string>
#include <thread>

class Report {
public:
  std::thread print(size_t *out) {
    return std::thread([=, *this] { *out = title.size() + pages; });
  }
  void addPage() {
    ++pages;
    title += '.';
  }

private:
  std::string title = "quarterly report";
  int pages = 1;
};

int main() {
  Report report;
  size_t printed = 0;
  std::thread printer = report.print(&printed);
  report.addPage();
  printer.join();
  return printed >= 17 ? 0 : 1;
}
