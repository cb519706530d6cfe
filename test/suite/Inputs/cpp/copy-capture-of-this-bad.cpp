// [=] copies the pointer this, not the object, and the object changes while the
// thread reads it.
#include <string>
#include <thread>

class Report {
public:
  std::thread print(size_t *out) {
    return std::thread([=, this] { *out = title.size() + pages; }); // RACE
  }
  void addPage() {
    ++pages;      // RACE
    title += '.'; // RACE
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
