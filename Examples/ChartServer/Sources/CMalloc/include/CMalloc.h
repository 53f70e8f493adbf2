#ifndef CMALLOC_H
#define CMALLOC_H

/// Lets the memory of pictures go back to the system when they are done.
///
/// Glibc gives each thread an arena of its own, and raises the size from which a block is mapped by
/// itself to that of the largest one freed, up to 32 MB: the pixels of pictures would then lie
/// between small blocks that stay, and the process be as large as all threads' largest pictures.
/// With other C libraries nothing is done.
void cmalloc_return_memory(void);

#endif
