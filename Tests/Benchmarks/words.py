"""The words of the benchmark: what each colour and size may be called, and what kinds of goods there are."""

# meaning: what it may be called. The supplier writes the first word, or the second where it writes English.
COLOURS = {
    "black": ["黑色", "Black", "黑", "纯黑", "jet black"],
    "white": ["白色", "White", "白", "纯白", "pure white"],
    "ivory": ["象牙白", "Ivory", "象牙色", "乳白色"],
    "beige": ["米色", "Beige", "米黄色", "sand beige"],
    "grey": ["灰色", "Grey", "灰", "gray"],
    "light grey": ["浅灰色", "Light Grey", "浅灰", "light gray"],
    "charcoal": ["炭灰色", "Charcoal", "炭灰", "charcoal grey"],
    "navy": ["藏青色", "Navy", "藏青", "藏蓝色", "navy blue"],
    "blue": ["蓝色", "Blue", "蓝"],
    "sky blue": ["天蓝色", "Sky Blue", "天蓝", "skyblue"],
    "royal blue": ["宝蓝色", "Royal Blue", "宝蓝", "宝石蓝"],
    "red": ["红色", "Red", "红", "正红色"],
    "wine red": ["酒红色", "Wine Red", "酒红", "burgundy"],
    "pink": ["粉色", "Pink", "粉", "粉红色"],
    "rose": ["玫红色", "Rose Red", "玫红", "玫瑰红"],
    "orange": ["橙色", "Orange", "橙", "橘色"],
    "yellow": ["黄色", "Yellow", "黄"],
    "mustard": ["姜黄色", "Mustard", "姜黄", "mustard yellow"],
    "green": ["绿色", "Green", "绿"],
    "army green": ["军绿色", "Army Green", "军绿", "army-green"],
    "mint": ["薄荷绿", "Mint", "薄荷色", "mint green"],
    "dark green": ["墨绿色", "Dark Green", "墨绿", "deep green"],
    "purple": ["紫色", "Purple", "紫"],
    "lilac": ["香芋紫", "Lilac", "香芋色", "taro purple"],
    "brown": ["棕色", "Brown", "棕", "褐色"],
    "coffee": ["咖啡色", "Coffee", "咖色", "coffee brown"],
    "camel": ["驼色", "Camel", "驼", "骆驼色"],
    "khaki": ["卡其色", "Khaki", "卡其"],
    "silver": ["银色", "Silver", "银"],
    "gold": ["金色", "Gold", "金", "golden"],
    "leopard": ["豹纹", "Leopard", "豹纹色", "leopard print"],
    "striped": ["条纹", "Striped", "条纹款", "stripes"],
}

LETTERS = {
    "XS": ["XS", "XS码", "加小码"],
    "S": ["S", "S码", "小码"],
    "M": ["M", "M码", "中码"],
    "L": ["L", "L码", "大码"],
    "XL": ["XL", "XL码", "加大码"],
    "2XL": ["2XL", "XXL", "2XL码"],
    "3XL": ["3XL", "XXXL", "3XL码"],
    "4XL": ["4XL", "XXXXL", "4XL码"],
}
SHOES = {f"EU{n}": [f"{n}", f"EU{n}", f"{n}码", f"EUR {n}"] for n in range(34, 47)}
WAISTS = {f"W{n}": [f"W{n}", f"W{n}码", f"腰围{n}"] for n in range(25, 39)}
HEIGHTS = {f"H{n}": [f"{n}cm", f"{n}厘米", f"身高{n}"] for n in range(90, 161, 10)}
ONE_SIZE = {"one size": ["均码", "One Size", "F", "Free Size"]}
SIZES = [LETTERS, SHOES, WAISTS, HEIGHTS, ONE_SIZE]

# category, what it is called in Chinese and in English, letter of its codes, sizes
GOODS = [
    ("女装/连衣裙", "连衣裙", "Dress", "D", LETTERS),
    ("女装/衬衫", "衬衫", "Blouse", "B", LETTERS),
    ("女装/针织衫", "针织衫", "Knit Sweater", "N", LETTERS),
    ("男装/T恤", "T恤", "T-Shirt", "T", LETTERS),
    ("男装/夹克", "夹克", "Jacket", "J", LETTERS),
    ("男装/卫衣", "卫衣", "Hoodie", "H", LETTERS),
    ("男装/牛仔裤", "牛仔裤", "Jeans", "K", WAISTS),
    ("女装/西裤", "西裤", "Trousers", "P", WAISTS),
    ("女鞋/单鞋", "单鞋", "Pumps", "F", SHOES),
    ("男鞋/运动鞋", "运动鞋", "Sneakers", "S", SHOES),
    ("童装/外套", "儿童外套", "Kids' Coat", "C", HEIGHTS),
    ("童装/套装", "儿童套装", "Kids' Set", "Z", HEIGHTS),
    ("配饰/围巾", "围巾", "Scarf", "W", ONE_SIZE),
]
MATERIALS = ["100% Cotton", "棉95% 氨纶5%", "Linen 55%, Viscose 45%", "羊毛70% 锦纶30%", "聚酯纤维100%", "Mesh & Rubber"]
LOOKS = ["春秋新款", "夏季薄款", "宽松休闲", "修身显瘦", "法式小众", "复古港风", "通勤气质", "高腰", "圆领长袖", "学院风"]
FITS = ["Slim Fit", "Oversized", "Casual", "Classic", "Light", "Vintage", "Relaxed", "Soft Touch", "Premium", '"Flex"']
