#include<png.h>
