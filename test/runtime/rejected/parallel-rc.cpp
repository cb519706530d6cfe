// Several threads would copy handles to one count.
// error: is_not_Send<fearless::Rc<int>
#include <fearless/arc.h>
#include <fearless/parallel.h>
#include <fearless/rc.h>

#include <vector>

#ifdef RIGHT
using Item = fearless::Arc<int>;
#else
using Item = fearless::Rc<int>;
#endif

int main() {
  fearless::ThreadPool pool(1);
  std::vector<Item> items(3, Item::make(0));
  par_for_each(pool, items, [](Item &item) { item = Item(item); });
}
