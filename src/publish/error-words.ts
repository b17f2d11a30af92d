import type { LanguageTag } from '../domain/ids.ts';
import { byLanguage } from '../text/base-language.ts';

/** What the live server can fail to give; nothing of the cause is told to the public. */
export type ErrorStatus = 404 | 405 | 410 | 414 | 500;

interface ErrorText {
  readonly title: string;
  readonly text: string;
}

/** What a page says that stands for a document that cannot be given. */
export type ErrorWords = Readonly<Record<ErrorStatus, ErrorText>>;

const english: ErrorWords = {
  404: {
    title: 'Page not found',
    text: 'There is no document at this address. It may have moved.',
  },
  410: {
    title: 'No longer published',
    text: 'This topic was published once and is no more. You can unsubscribe from it.',
  },
  414: { title: 'Address too long', text: 'No document here has so long an address.' },
  405: { title: 'Method not allowed', text: 'This address answers GET and HEAD only.' },
  500: {
    title: 'Something went wrong',
    text: 'The fault is ours and has been written down. Try again soon.',
  },
};

const words: Readonly<Record<string, ErrorWords>> = {
  en: english,
  az: {
    404: {
      title: 'Səhifə tapılmadı',
      text: 'Bu ünvanda sənəd yoxdur. Ola bilsin, başqa yerə köçürülüb.',
    },
    410: {
      title: 'Artıq dərc olunmur',
      text: 'Bu mövzu əvvəllər dərc olunurdu, indi yoxdur. Abunəliyi ləğv edə bilərsiniz.',
    },
    414: { title: 'Ünvan çox uzundur', text: 'Burada heç bir sənədin belə uzun ünvanı yoxdur.' },
    405: {
      title: 'Bu üsula icazə yoxdur',
      text: 'Bu ünvan yalnız GET və HEAD sorğularını qəbul edir.',
    },
    500: {
      title: 'Xəta baş verdi',
      text: 'Səhv bizdədir və qeydə alınıb. Bir azdan yenidən cəhd edin.',
    },
  },
  tr: {
    404: {
      title: 'Sayfa bulunamadı',
      text: 'Bu adreste bir belge yok. Başka yere taşınmış olabilir.',
    },
    410: {
      title: 'Artık yayımlanmıyor',
      text: 'Bu konu bir zamanlar yayımlanıyordu, artık yok. Aboneliği sonlandırabilirsiniz.',
    },
    414: { title: 'Adres çok uzun', text: 'Buradaki hiçbir belgenin adresi bu kadar uzun değil.' },
    405: {
      title: 'Bu yönteme izin yok',
      text: 'Bu adres yalnızca GET ve HEAD isteklerini yanıtlar.',
    },
    500: {
      title: 'Bir şeyler ters gitti',
      text: 'Hata bizde ve kaydedildi. Birazdan yeniden deneyin.',
    },
  },
  fa: {
    404: {
      title: 'صفحه پیدا نشد',
      text: 'در این نشانی سندی نیست. شاید جابه‌جا شده باشد.',
    },
    410: {
      title: 'دیگر منتشر نمی‌شود',
      text: 'این موضوع زمانی منتشر می‌شد و دیگر نمی‌شود. می‌توانید اشتراک آن را لغو کنید.',
    },
    414: {
      title: 'نشانی بیش از اندازه بلند است',
      text: 'هیچ سندی در اینجا نشانی به این بلندی ندارد.',
    },
    405: { title: 'این روش مجاز نیست', text: 'این نشانی تنها به GET و HEAD پاسخ می‌دهد.' },
    500: { title: 'خطایی رخ داد', text: 'خطا از ماست و ثبت شده است. اندکی بعد دوباره تلاش کنید.' },
  },
  ru: {
    404: {
      title: 'Страница не найдена',
      text: 'По этому адресу документа нет. Возможно, он переехал.',
    },
    410: {
      title: 'Больше не публикуется',
      text: 'Эта тема публиковалась раньше, но её больше нет. От неё можно отписаться.',
    },
    414: {
      title: 'Слишком длинный адрес',
      text: 'Ни у одного документа здесь нет такого длинного адреса.',
    },
    405: { title: 'Метод не поддерживается', text: 'Этот адрес отвечает только на GET и HEAD.' },
    500: {
      title: 'Что-то пошло не так',
      text: 'Ошибка наша, и она записана. Попробуйте немного позже.',
    },
  },
  hy: {
    404: {
      title: 'Էջը չի գտնվել',
      text: 'Այս հասցեով փաստաթուղթ չկա։ Հնարավոր է՝ այն տեղափոխվել է։',
    },
    410: {
      title: 'Այլևս չի հրապարակվում',
      text: 'Այս թեման մի ժամանակ հրապարակվում էր, այժմ չկա։ Կարող եք հրաժարվել բաժանորդագրությունից։',
    },
    414: {
      title: 'Հասցեն չափազանց երկար է',
      text: 'Այստեղ ոչ մի փաստաթուղթ այդքան երկար հասցե չունի։',
    },
    405: {
      title: 'Եղանակը թույլատրված չէ',
      text: 'Այս հասցեն պատասխանում է միայն GET և HEAD հարցումներին։',
    },
    500: {
      title: 'Ինչ-որ բան սխալ ընթացավ',
      text: 'Սխալը մերն է և գրանցված է։ Փորձեք մի փոքր ուշ։',
    },
  },
  ka: {
    404: {
      title: 'გვერდი ვერ მოიძებნა',
      text: 'ამ მისამართზე დოკუმენტი არ არის. შესაძლოა, ის გადავიდა.',
    },
    410: {
      title: 'აღარ ქვეყნდება',
      text: 'ეს თემა ადრე ქვეყნდებოდა და აღარ არის. შეგიძლიათ გამოწერა გააუქმოთ.',
    },
    414: {
      title: 'მისამართი ძალიან გრძელია',
      text: 'აქ არც ერთ დოკუმენტს არ აქვს ასეთი გრძელი მისამართი.',
    },
    405: {
      title: 'მეთოდი დაუშვებელია',
      text: 'ეს მისამართი მხოლოდ GET და HEAD მოთხოვნებს პასუხობს.',
    },
    500: {
      title: 'რაღაც არასწორად წავიდა',
      text: 'შეცდომა ჩვენია და ჩაწერილია. სცადეთ ცოტა მოგვიანებით.',
    },
  },
  ar: {
    404: {
      title: 'الصفحة غير موجودة',
      text: 'لا وثيقة في هذا العنوان. ربما نُقلت إلى مكان آخر.',
    },
    410: {
      title: 'لم يعد يُنشر',
      text: 'كان هذا الموضوع يُنشر ولم يعد كذلك. يمكنك إلغاء الاشتراك فيه.',
    },
    414: { title: 'العنوان أطول مما ينبغي', text: 'لا وثيقة هنا لها عنوان بهذا الطول.' },
    405: { title: 'الطريقة غير مسموح بها', text: 'يجيب هذا العنوان عن GET وHEAD فقط.' },
    500: { title: 'حدث خطأ ما', text: 'الخطأ من جانبنا وقد سُجِّل. حاول مجددًا بعد قليل.' },
  },
};

/** What is said of a refusal in a language, in English where we have no words. */
export function errorWords(status: ErrorStatus, language: LanguageTag): ErrorText {
  return (byLanguage(words, language) ?? english)[status];
}
