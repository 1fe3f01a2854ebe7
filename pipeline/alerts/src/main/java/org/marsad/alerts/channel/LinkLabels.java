// SPDX-License-Identifier: AGPL-3.0-or-later
package org.marsad.alerts.channel;

import org.marsad.alerts.message.Message.Link;

/** What a button or a link says, in the language of the message. */
final class LinkLabels {
  private LinkLabels() {}

  static String of(Link link, String language) {
    return switch (language) {
      case "ar" -> arabic(link);
      case "fr" -> french(link);
      default -> english(link);
    };
  }

  private static String arabic(Link link) {
    return switch (link) {
      case INCIDENT -> "عرض التفاصيل";
      case CONFIRM -> "تأكيد الاشتراك";
      case UNSUBSCRIBE -> "إلغاء الاشتراك";
    };
  }

  private static String french(Link link) {
    return switch (link) {
      case INCIDENT -> "Voir le détail";
      case CONFIRM -> "Confirmer l’abonnement";
      case UNSUBSCRIBE -> "Se désabonner";
    };
  }

  private static String english(Link link) {
    return switch (link) {
      case INCIDENT -> "See the details";
      case CONFIRM -> "Confirm the subscription";
      case UNSUBSCRIBE -> "Unsubscribe";
    };
  }
}
