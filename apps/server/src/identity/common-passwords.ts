/** Passwords, and beginnings of them, that lists of stolen passwords are full of and that are long enough to be tried here. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
123456789012 1234567890123 12345678901234 123456789012345 1234567890123456 012345678901 0123456789012 112233445566
123456123456 123123123123 111222333444 987654321098 098765432109 0987654321098 123456654321 135792468135 147258369147
147852369147 159753159753 159357159357 789456123789 789456123000 741852963741 123456789987 123456789abc 123456789qwe
1234567890-= 1234567890qwe 12345678910 1234567891011 123456781234 12345678abcd 123456abcdef 123456qwerty 123qwe123qwe
123qweasdzxc 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qazxsw23edc 1qaz@wsx3edc 1qaz!qaz1qaz
q1w2e3r4t5y6 q1w2e3r4t5y6u7 qazwsxedcrfv qazwsxedcrfvtgb qazwsx123456 qwerty123456 qwertyuiop qwertyuiop12 qwertyuiop123
qwertyuiop[] qwertyuiop[]\\ qwertyuiopasdf qwertyuiopasdfghjkl qwertyqwerty qwertyuiop1234567890 qwerasdfzxcv qweasdzxc123
asdfghjkl asdfghjkl123 asdfghjkl;' asdfghjklqwe asdfasdfasdf asdqwe123456 zxcvbnm zxcvbnmasdfg zxcvbnm123456 zaq12wsxcde3 zaq1xsw2cde3
poiuytrewq mnbvcxz mnbvcxzlkjhg lkjhgfdsa lkjhgfdsapoi abcdefghijkl abcdefghijklm abcdefghijklmnopqrstuvwxyz abcdefg123456
abcd1234abcd abc123abc123 abc123456789 abcd12345678 a123456789012 a12345678901 aa123456789a aaa123456789 woaini woaini1314
woaini520 woaini521 woaini5201314 woaini1314520 5201314 52013145201314 1314520 13145201314520 5211314 woaiwojia woaizhongguo
woaibaobei woshishui woshinidie woaimama woailaopo zhongguo zhonghua zhongguoren nihaonihao nihao123456 baobei baobao
mima123456 mimamima mima mimamima123 wodemima guanliyuan xitongguanliyuan manyi manyimanyi manyidu manyidudiaocha manyi123456
password passwordpassword password1234 password12345 password123456 password123456789 passw0rd p@ssw0rd p@ssword pa$$word
passw0rd1234 p@ssw0rd1234 p@ssw0rd2026 password2024 password2025 password2026 mypassword mypassword123 newpassword
newpassword1 thisismypassword yourpassword changeme changemeplease changeme1234 changemenow letmein letmeinplease letmeinnow letmeinletmein
welcome welcomewelcome welcome123456 welcome12345 welcomeback administrator adminadmin adminadminadmin admin123456 admin123admin
admin1234567 administrator1 administrator123 adminpassword admin admin888 admin@123456 administrador superadmin superuser
rootroot rootpassword rootrootroot root123456 root testtesttest test test12345678 testpassword testtest1234 testing testing12345 guestguest guest
useruseruser user12345678 defaultpassword default temporary temporarypassword temppassword secret secretpassword secretsecret
topsecret iloveyou iloveyou123 iloveyouforever iloveyou1234 iloveyou5201314 iloveyousomuch iloveyouiloveyou ilovechina
ihateyou sunshine sunshine1234 princess princess1234 football football1234 baseball baseball1234 basketball superman superman1234
batmanbatman batman dragondragon dragon dragon123456 monkeymonkey monkey master mastermaster shadow shadowshadow michael michaeljackson
jordan23jordan jordan charlie trustno1 trustno1trustno1 whatever whatever1234 starwars starwars1234 pokemon pokemon12345 computer computer1234
internet internet1234 liverpool liverpoolfc manchester manchesterunited chelsea chelseafc arsenal arsenalfc barcelona
realmadrid california correcthorsebatterystaple correct-horse-battery-staple tobeornottobe maytheforcebewithyou
jesuschrist godisgood hello helloworld hellohello hellohello123 helloworld123 goodmorning happybirthday blink182blink182
alexander christopher elizabeth stephanie company companyname company123456 customer satisfaction survey questionnaire
customersatisfaction summer2024 summer2025 summer2026 winter2025 winter2026 spring2026 autumn2026 a1b2c3d4e5f6 a1b2c3d4e5f6g7
aaaaaaaaaaaa 000000000000 111111111111 222222222222 333333333333 555555555555 666666666666 777777777777 888888888888 999999999999
!@#$%^&*()_+ !@#$%^&*()qwe !qaz@wsx#edc !qaz2wsx#edc qwe123!@#asd 1234qwer!@#$ 1234!@#$qwer 1234qwerasdf
`
    .trim()
    .split(/\s+/),
);
